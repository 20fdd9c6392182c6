@NullMarked
package org.handbell.analysis.analyse;

import org.jspecify.annotations.NullMarked;
