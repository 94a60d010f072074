package dev.laurel.badges.credentials;

import java.util.List;
import java.util.Map;

/** Signs for the issuer, and says with which keys. Safe for concurrent use. */
public interface Signatory {

    /**
     * Signs with the key of the day.
     *
     * @return a compact JSON Web Signature
     * @throws NoKeyException without a key to open the signing keys with
     */
    String sign(Map<String, Object> payload) throws NoKeyException;

    /**
     * All keys that anything was or will be signed with, the newest first.
     *
     * @throws NoKeyException if there is none and none can be made
     */
    List<PublicKey> keys() throws NoKeyException;

    /** Makes a new key, which signs from now on; what older ones signed stays verifiable. */
    PublicKey rotate() throws NoKeyException;

    /** This installation can't sign. */
    final class NoKeyException extends Exception {

        private static final long serialVersionUID = 1;

        public NoKeyException(String message) {
            super(message);
        }
    }
}
