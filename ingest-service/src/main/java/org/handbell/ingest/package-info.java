/// Pulls the public posts of approved accounts into Kafka.
@NullMarked
package org.handbell.ingest;

import org.jspecify.annotations.NullMarked;
