for i in 1 2 3 4 5; do (sleep 0.3 &); done
sleep 1
echo "zombies $(cat /proc/[0-9]*/stat | grep -c ') Z ')"
echo up
sleep 1000
echo done
