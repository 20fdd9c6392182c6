@NullMarked
package org.handbell.ingest.source.wordpress;

import org.jspecify.annotations.NullMarked;
