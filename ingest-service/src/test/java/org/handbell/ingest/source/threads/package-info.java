@NullMarked
package org.handbell.ingest.source.threads;

import org.jspecify.annotations.NullMarked;
