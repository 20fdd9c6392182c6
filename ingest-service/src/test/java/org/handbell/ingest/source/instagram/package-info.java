@NullMarked
package org.handbell.ingest.source.instagram;

import org.jspecify.annotations.NullMarked;
