package dev.laurel.badges.artwork.web;

import dev.laurel.badges.artwork.DefaultArtwork;
import dev.laurel.badges.artwork.Pictures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every badge has the picture that is drawn for it. */
@Configuration(proxyBeanMethods = false)
class ArtworkConfiguration {

    @Bean
    Pictures pictures() {
        return (_, badge) -> DefaultArtwork.of(badge);
    }
}
