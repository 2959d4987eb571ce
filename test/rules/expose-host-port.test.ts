import { exposeHostPort } from '../../src/rules/expose-host-port.js';
import { testRule } from '../support/rule-table.js';

testRule(exposeHostPort, {
  finds: [
    { source: 'FROM debian:13\nEXPOSE «8080:80»', repaired: 'FROM debian:13\nEXPOSE 80', safety: 'suggested' },
    { source: 'FROM debian:13\nEXPOSE «127.0.0.1:8080:80/tcp»', repaired: 'FROM debian:13\nEXPOSE 80/tcp' },
    { source: 'FROM debian:13\nEXPOSE 443 «8080:80» «53:53/udp»', repaired: 'FROM debian:13\nEXPOSE 443 80 53/udp' },
    { source: 'FROM debian:13\nEXPOSE «[::1]:80:80»', repaired: 'FROM debian:13\nEXPOSE 80' },
    { source: 'FROM debian:13\nEXPOSE «:80»', repaired: 'FROM debian:13\nEXPOSE 80' },
    { source: 'FROM debian:13\nENV PORT=80\nEXPOSE «8080:$PORT»', noFix: true },
    { source: 'FROM debian:13\nENV MAP=8080:80\nEXPOSE «$MAP»', noFix: true },
    { source: 'FROM debian:13\nEXPOSE «8000-8002:9000-9002»', repaired: 'FROM debian:13\nEXPOSE 9000-9002' },
  ],
  silent: [
    'FROM debian:13\nEXPOSE 80',
    'FROM debian:13\nEXPOSE 80/tcp 53/udp 8000-8010',
    'FROM debian:13\nARG PORT\nEXPOSE $PORT',
    { source: 'FROM debian:13\nEXPOSE http:80', title: 'refused: build-error' },
    { source: 'FROM debian:13\nEXPOSE 80:', title: 'refused: build-error' },
    { source: 'FROM debian:13\nENV A=${B:-80}\nEXPOSE $A', title: 'a colon of a variable' },
    { source: 'FROM debian:13\nONBUILD EXPOSE 8080:80', title: 'in other builds' },
    'FROM debian:13\nEXPOSE ${PORT:-80}',
  ],
});
