package dev.laurel.badges.artwork.raster;

import dev.laurel.badges.artwork.PngPictures;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pictures as PNG: a medal takes some hundredths of a second, and about 50 KB. */
@Configuration(proxyBeanMethods = false)
class RasterConfiguration {

    private static final Duration TIME = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long MEMORY = 16L * 1024 * 1024;

    @Bean
    PngPictures pngPictures() {
        return new PngPictures(
                new JsvgRaster(TIME, System::nanoTime, Letters::ofThisMachine), PATIENCE, MEMORY);
    }
}
