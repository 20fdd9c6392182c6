@NullMarked
package org.handbell.ingest.source.x;

import org.jspecify.annotations.NullMarked;
