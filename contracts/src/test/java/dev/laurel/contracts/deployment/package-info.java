/** How the platform is run, held against what the services take and Kubernetes knows. */
@NullMarked
package dev.laurel.contracts.deployment;

import org.jspecify.annotations.NullMarked;
