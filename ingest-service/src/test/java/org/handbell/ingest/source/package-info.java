@NullMarked
package org.handbell.ingest.source;

import org.jspecify.annotations.NullMarked;
