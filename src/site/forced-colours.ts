/** The styles for system colours. Few need them, so they are fetched where they are wanted. */
import styles from './styles/forced-colours.css?inline';

const element = document.createElement('style');
element.textContent = styles;
document.head.append(element);
