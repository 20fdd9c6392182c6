@NullMarked
package org.handbell.ingest.source.discourse;

import org.jspecify.annotations.NullMarked;
