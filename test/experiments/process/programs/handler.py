import signal
import sys
import time


def stop(number, frame):
    print("got", number, flush=True)
    sys.exit(0)


for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
    signal.signal(number, stop)
print("up", flush=True)
while True:
    time.sleep(1)
