/// `./handbell analyse`: judges cases, one a line, without Spring and without a broker.
@NullMarked
package org.handbell.analysis.analyse;

import org.jspecify.annotations.NullMarked;
