@NullMarked
package org.handbell.ingest.source.paged;

import org.jspecify.annotations.NullMarked;
