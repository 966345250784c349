/** Endings of the files that people make documents with. */
const FILE =
  /\.(?:docx?|dotx?|odt|rtf|txt|indd?|indb|qxp?d?|pmd|p65|fm|pub|pages|pptx?|odp|key|xlsx?|ods|csv|tex|dvi|ps|eps|ai|cdr|psd|pdf|html?|wpd|hwp|jpe?g|png|tiff?)$/iu
const PROGRAM =
  /^(?:microsoft (?:office )?(?:word|powerpoint|excel|publisher)|powerpoint presentation|presentación de powerpoint|présentation powerpoint|powerpoint-präsentation|prezentacja programu powerpoint|презентация powerpoint|word document|adobe (?:indesign|photoshop|illustrator|acrobat)|quarkxpress|openoffice|libreoffice|scan(?:ned)?(?: document| image)?|scanned by|image\d*|img[_-]?\d+|document\d*|dokument\d*|документ ?\d*|doc ?\d*|book ?\d+|buch ?\d+|slide ?\d+|untitled(?:[ -]?\d*)|sans titre(?:-?\d*)|unbenannt(?:-?\d*)|ohne titel|sin título|bez tytułu|без названия|без імені|no title|title|none|null|unknown|layout ?\d*|print(?:ing)?|job ?\d+|temp|draft)(?:\s*[-–:].*)?$/iu

/** The title in a PDF's own account of itself, unless it is the name of a file or of the program that made it. */
export function writtenTitle(title: string | null): string | null {
  const own = title?.trim() ?? ''
  if (own === '' || FILE.test(own) || PROGRAM.test(own) || !/\p{L}/u.test(own)) return null
  // "i-xx_Bridges-fm", "report_final_v3": how files are called, not books.
  return !/\s/u.test(own) && /_|\bv\d+$|[-_](?:final|fm|web|print|lowres|\d+)$/iu.test(own) ? null : own
}

const ACCOUNT =
  /^(?:user|users?\d*|admin|administrator|administrateur|administrador|owner|unknown|anonymous|author|none|null|guest|root|default|pc\d*|hp|dell|acer|asus|lenovo|toshiba|samsung|sony|apple|windows(?: user)?|microsoft(?: office)?(?: user)?|office|benutzer|utilisateur|usuario|użytkownik|пользователь|користувач|карыстальнік|админ|админис?тратор|адміністратор|test|scanner|canon|epson|xerox|kyocera|konica|ricoh|adobe.*)$/iu

/** The author in it, unless it is the account that the program ran under. */
export function writtenAuthor(author: string | null): string | null {
  const own = author?.trim() ?? ''
  if (own === '' || ACCOUNT.test(own) || !/\p{L}/u.test(own) || FILE.test(own)) return null
  // A login: "jsmith02", "DOMAIN\\jsmith".
  return /^[\w.-]*\\|^[a-z]+\d+$/u.test(own) ? null : own
}
