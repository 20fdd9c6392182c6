@NullMarked
package org.handbell.ingest.websub;

import org.jspecify.annotations.NullMarked;
