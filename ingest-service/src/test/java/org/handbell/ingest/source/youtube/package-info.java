@NullMarked
package org.handbell.ingest.source.youtube;

import org.jspecify.annotations.NullMarked;
