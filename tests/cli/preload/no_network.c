/* Loaded before the tool (LD_PRELOAD): ends a program that asks for a network or starts another program. */

#include <sys/socket.h>

#include <netdb.h>
#include <stdlib.h>
#include <unistd.h>

int socket(int domain, int type, int protocol)
{
    (void)domain, (void)type, (void)protocol;
    abort();
}

int getaddrinfo(const char* node, const char* service, const struct addrinfo* hints, struct addrinfo** result)
{
    (void)node, (void)service, (void)hints, (void)result;
    abort();
}

int execve(const char* path, char* const arguments[], char* const environment[])
{
    (void)path, (void)arguments, (void)environment;
    abort();
}
