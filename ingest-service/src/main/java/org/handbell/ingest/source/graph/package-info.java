/// What Meta's platforms have in common: the Graph API, its errors, its lists and their comments.
@NullMarked
package org.handbell.ingest.source.graph;

import org.jspecify.annotations.NullMarked;
