package dev.laurel.badges.artwork.raster;

import com.github.weisj.jsvg.renderer.PlatformSupport;
import java.awt.Font;
import java.awt.image.ImageObserver;
import org.jspecify.annotations.Nullable;

/** Text in fonts that this machine does not have gets one without serifs. */
enum SansSerif implements PlatformSupport {
    PLATFORM;

    @Override
    public String fontFamily() {
        return Font.SANS_SERIF;
    }

    @Override
    public @Nullable ImageObserver imageObserver() {
        return null;
    }

    @Override
    public @Nullable TargetSurface targetSurface() {
        return null;
    }
}
