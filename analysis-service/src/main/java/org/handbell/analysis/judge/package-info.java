/// From hits to claims: candidate rules, exemptions, severity and route.
@NullMarked
package org.handbell.analysis.judge;

import org.jspecify.annotations.NullMarked;
