@NullMarked
package org.handbell.ingest.source.linkedin;

import org.jspecify.annotations.NullMarked;
