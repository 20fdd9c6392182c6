/// Posts that a person brought in by hand.
@NullMarked
package org.handbell.ingest.submission;

import org.jspecify.annotations.NullMarked;
