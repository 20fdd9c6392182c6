@NullMarked
package org.handbell.ingest.picture;

import org.jspecify.annotations.NullMarked;
