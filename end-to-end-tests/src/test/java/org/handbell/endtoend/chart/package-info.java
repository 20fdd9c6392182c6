/// The chart under `helm/`: what it makes of its values, without a cluster.
@NullMarked
package org.handbell.endtoend.chart;

import org.jspecify.annotations.NullMarked;
