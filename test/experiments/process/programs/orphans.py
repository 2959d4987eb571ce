import glob
import subprocess
import time

subprocess.run(["sh", "-c", "for i in 1 2 3 4 5; do (sleep 0.3 &); done"], check=True)
time.sleep(1)
stats = [open(path).read() for path in glob.glob("/proc/[0-9]*/stat")]
print("zombies", sum(") Z " in stat for stat in stats), flush=True)
print("up", flush=True)
while True:
    time.sleep(1)
