/// WebSub: feeds that name a hub tell of their news at once. A push makes an account due and is
/// never content; off unless a public address for callbacks is set.
@NullMarked
package org.handbell.ingest.websub;

import org.jspecify.annotations.NullMarked;
