@NullMarked
package org.handbell.analysis.opinion;

import org.jspecify.annotations.NullMarked;
