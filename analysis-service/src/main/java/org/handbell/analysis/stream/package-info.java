/// The service's edge to Kafka: posts in, findings out, tables first.
@NullMarked
package org.handbell.analysis.stream;

import org.jspecify.annotations.NullMarked;
