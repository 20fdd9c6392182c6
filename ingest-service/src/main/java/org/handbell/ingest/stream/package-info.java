/// What the Kafka edges of this service share: clients, and how a table is read in full.
@NullMarked
package org.handbell.ingest.stream;

import org.jspecify.annotations.NullMarked;
