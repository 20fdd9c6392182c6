package org.handbell.analysis.detect;

import java.util.List;
import org.handbell.analysis.text.PostText;

/// Looks for one kind of signal. Holds no state of a post; must not throw for any text.
public interface Detector {

    /// Everything of its kind in a post.
    List<Hit> over(PostText text, Circumstances circumstances);
}
