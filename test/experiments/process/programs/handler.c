#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static void stop(int number) {
  char line[32];
  int length = snprintf(line, sizeof line, "got %d\n", number);
  _exit(write(1, line, length) < 0);
}

int main(void) {
  signal(SIGTERM, stop);
  signal(SIGINT, stop);
  signal(SIGHUP, stop);
  signal(SIGQUIT, stop);
  if (write(1, "up\n", 3) < 0) return 1;
  for (;;) pause();
}
