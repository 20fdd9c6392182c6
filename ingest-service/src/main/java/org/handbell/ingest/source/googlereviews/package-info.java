/// What a school answers to the reviews of its own place on Google.
@NullMarked
package org.handbell.ingest.source.googlereviews;

import org.jspecify.annotations.NullMarked;
