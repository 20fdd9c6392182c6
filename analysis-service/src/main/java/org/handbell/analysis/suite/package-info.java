/// Runs the analysis over a file of cases, without Kafka.
@NullMarked
package org.handbell.analysis.suite;

import org.jspecify.annotations.NullMarked;
