/// LinkedIn: pages of organisations, and members who consented to compliance events.
@NullMarked
package org.handbell.ingest.source.linkedin;

import org.jspecify.annotations.NullMarked;
