@NullMarked
package org.handbell.ingest.source.ghost;

import org.jspecify.annotations.NullMarked;
