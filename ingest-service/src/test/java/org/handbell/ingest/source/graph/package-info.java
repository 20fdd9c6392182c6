@NullMarked
package org.handbell.ingest.source.graph;

import org.jspecify.annotations.NullMarked;
