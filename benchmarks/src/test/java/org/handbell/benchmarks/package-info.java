/// A short run in each build, the whole one with `-Plong`.
@NullMarked
package org.handbell.benchmarks;

import org.jspecify.annotations.NullMarked;
