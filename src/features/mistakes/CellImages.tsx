import { useId, useMemo, useState } from 'react';
import { fill } from '../../lib/fill';
import type { Cell } from '../../scores/confusion';
import { imagesOfCell } from '../../scores/pickImages';
import { Button } from '../../ui/Button';
import { useLaterWords } from '../../words/laterWords';
import styles from './Findings.module.css';
import { Pictures } from './Pictures';
import { imagesInWords } from './cellWords';
import type { Judged } from './judged';

const PER_PAGE = 24;

interface CellImagesProps {
  judged: Judged;
  cell: Cell | null;
}

/** The images that were counted in one cell of the matrix. */
export function CellImages({ judged, cell }: CellImagesProps) {
  const words = useLaterWords().mistakes.cell;
  const titleId = useId();
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <h3 id={titleId} aria-live="polite">
        {cell ? fill(words.title, { ...cell }) : words.choose}
      </h3>
      {cell && <Pages key={`${cell.shown} ${cell.read}`} judged={judged} cell={cell} />}
    </section>
  );
}

function Pages({ judged, cell }: { judged: Judged; cell: Cell }) {
  const { cell: words, matrix } = useLaterWords().mistakes;
  const { labels, guesses } = judged;
  const images = useMemo(() => imagesOfCell(labels, guesses, cell), [labels, guesses, cell]);
  const [page, setPage] = useState(0);
  const shown = useMemo(() => images.subarray(PER_PAGE * page, PER_PAGE * (page + 1)), [images, page]);
  const pages = Math.ceil(images.length / PER_PAGE);
  if (pages === 0) return <p>{fill(words.none, { ...cell })}</p>;

  const order = cell.shown === cell.read ? words.rightFirst : words.mistakesFirst;
  return (
    <>
      <p className={styles.note}>{words.about}</p>
      <p>{fill(order, { images: imagesInWords(matrix, images.length) })}</p>
      <Pictures judged={judged} images={shown} label={fill(words.title, { ...cell })} />
      {pages > 1 && (
        <div className={styles.pages}>
          <Button inactive={page === 0} onClick={() => setPage(page - 1)}>
            {words.previous}
          </Button>
          <span aria-live="polite">{fill(words.page, { page: page + 1, count: pages })}</span>
          <Button inactive={page === pages - 1} onClick={() => setPage(page + 1)}>
            {words.next}
          </Button>
        </div>
      )}
    </>
  );
}
