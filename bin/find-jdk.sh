# shellcheck shell=bash
# Sourced by ./laurel and .ci/run: finds the JDK that Laurel is built with and runs on.

LAUREL_JDK=25

# True for the home of a JDK (not a JRE) of the wanted version.
is_wanted_jdk() {
    local home=$1 version=
    [[ -n $home && -x $home/bin/java && -x $home/bin/javac ]] || return 1
    if [[ -r $home/release ]]; then
        version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$home/release")
    else
        version=$("$home/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
    fi
    [[ $version == "$LAUREL_JDK" ]]
}

# The home that the java on the path belongs to; empty where there is none.
jdk_on_path() {
    local java
    java=$(command -v java) || return 0
    while [[ -L $java ]]; do
        local target
        target=$(readlink "$java")
        [[ $target == /* ]] || target=$(dirname "$java")/$target
        java=$target
    done
    dirname "$(dirname "$java")"
}

# Prints the home of the first JDK found; fails where there is none.
find_jdk() {
    local candidate home=${HOME:-/nonexistent}
    local candidates=("${JAVA_HOME:-}")
    if [[ -x /usr/libexec/java_home ]]; then
        candidates+=("$(/usr/libexec/java_home -F -v "$LAUREL_JDK" 2>/dev/null || true)")
    fi
    candidates+=("$(jdk_on_path)")
    # Patterns that match nothing stay as they are, and are then no JDK.
    candidates+=(
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/jdk* /opt/*jdk*
        "${SDKMAN_DIR:-$home/.sdkman}"/candidates/java/*
        "$home"/.jdks/* "$home"/.asdf/installs/java/* "$home"/.local/share/mise/installs/java/*
        /Library/Java/JavaVirtualMachines/*/Contents/Home
        "$home"/Library/Java/JavaVirtualMachines/*/Contents/Home
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
        /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec
    )
    for candidate in "${candidates[@]}"; do
        if is_wanted_jdk "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}
