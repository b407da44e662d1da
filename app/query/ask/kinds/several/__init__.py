"""Questions of several parts, each answered with what the topic and the earlier parts establish."""
