package org.handbell.ingest.picture;

import java.awt.image.BufferedImage;
import java.util.List;

/// The school's registered marks, as pictures.
@FunctionalInterface
interface Marks {

    /// The names of the marks that the picture is a copy of, in alphabetical order. A mark that is
    /// only a part of a larger picture is not found.
    List<String> in(BufferedImage picture);
}
