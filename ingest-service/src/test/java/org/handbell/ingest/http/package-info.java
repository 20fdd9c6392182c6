@NullMarked
package org.handbell.ingest.http;

import org.jspecify.annotations.NullMarked;
