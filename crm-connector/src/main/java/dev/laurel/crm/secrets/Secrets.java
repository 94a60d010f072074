package dev.laurel.crm.secrets;

import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The box of this installation, if it was given a key. */
@Component
@EnableConfigurationProperties(SecretKeyProperties.class)
public class Secrets {

    private final Optional<SecretBox> box;
    private final Optional<SecretBox> previous;

    Secrets(SecretKeyProperties properties) {
        this.box = Optional.ofNullable(properties.key()).map(SecretBox::new);
        this.previous = Optional.ofNullable(properties.previousKey()).map(SecretBox::new);
    }

    public Optional<SecretBox> box() {
        return box;
    }

    /** What secrets were sealed in before; it opens only. */
    public Optional<SecretBox> previous() {
        return previous;
    }
}
