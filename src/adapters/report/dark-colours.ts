/**
 * What each colour of a drawing becomes where the reader's screen is dark: ink and grounds change places, and colours that stand for something stay
 * what they are called, lighter where they would sink into the ground. A drawing in a colour that is not here stays as it is.
 */
export const DARK_COLOURS: Readonly<Record<string, string>> = {
  // Grounds, and what stays in the background.
  ...{ '#ffffff': '#14181d', '#e6e6e6': '#2c333b', '#e8e8e8': '#2a3138', '#d9dee3': '#3d4650' },
  // Ink.
  ...{ '#000': '#e4e8ec', black: '#e4e8ec', '#444': '#c3c9cf', '#555': '#aab2ba', '#666': '#aab2ba' },
  ...{ '#888': '#7d868f', '#1d2733': '#e4e8ec' },
  // The palette, and death.
  ...{ '#0072B2': '#4aa3df', '#E69F00': '#E69F00', '#009E73': '#2bbf94', '#CC79A7': '#d88bb5' },
  ...{ '#56B4E9': '#8fd0f5', '#D55E00': '#f07c30', '#8C8C8C': '#a3a3a3', '#F0E442': '#F0E442' },
  ...{ '#332288': '#9188ea', '#882255': '#d0679d', '#44AA99': '#55bfad', '#DDCC77': '#DDCC77' },
  '#333333': '#ffffff',
  // Shades of those who are in treatment.
  ...{ '#08519c': '#2f7fd0', '#3182bd': '#4f97d6', '#6baed6': '#79b3e0', '#9ecae1': '#9fcbe8' },
  ...{ '#c6dbef': '#c2dbf0', '#deebf7': '#e3effa', '#4a6fa5': '#6f93c9', '#7f9cc4': '#93aed3' },
};
