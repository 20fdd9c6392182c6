@NullMarked
package org.handbell.ingest.source.facebook;

import org.jspecify.annotations.NullMarked;
