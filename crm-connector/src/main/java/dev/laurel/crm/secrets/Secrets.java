package dev.laurel.crm.secrets;

import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The box of this installation, if it was given a key. */
@Component
@EnableConfigurationProperties(SecretKeyProperties.class)
public class Secrets {

    private final Optional<SecretBox> box;

    Secrets(SecretKeyProperties properties) {
        this.box = Optional.ofNullable(properties.key()).map(SecretBox::new);
    }

    public Optional<SecretBox> box() {
        return box;
    }
}
