/// What all pages of the desk share: layout, first page, error pages, assets.
@NullMarked
package org.handbell.cases.console;

import org.jspecify.annotations.NullMarked;
