@NullMarked
package org.handbell.ingest.source.googlereviews;

import org.jspecify.annotations.NullMarked;
