import { Maximize, ZoomIn, ZoomOut } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { IconButton } from '../controls/icon-button';
import { drawMap, readColours } from './draw-map';
import { labelsWithRoom } from './labels';
import type { MapView } from './map-view';
import {
  fitViewport,
  nearestPoint,
  type Point,
  pointAt,
  toScreen,
  type Viewport,
  zoomAt,
} from './viewport';

interface MapCanvasProps {
  t: Translator;
  view: Extract<MapView, { kind: 'ready' }>;
  active: number | null;
  /** Of the active one, once it is there. */
  title: string | undefined;
  /** The list whose papers stand out; null for how each stands. */
  list: string | null;
  onActivate: (index: number | null) => void;
  onOpen: (index: number) => void;
}

const REACH_PX = 12;
const ZOOM_STEP = 1.5;
/** A press that moves less is a click. */
const DRAG_PX = 4;

/**
 * Points to look at: wheel and buttons zoom, dragging moves, a click opens. For those who cannot
 * see them the list beside it says the same in words.
 */
export function MapCanvas(props: MapCanvasProps) {
  const { t, view, active, title, list, onActivate, onOpen } = props;
  const { places } = view;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const fit = fitViewport(size.width, size.height);
  const [moved, setMoved] = useState<Viewport | null>(null);
  const viewport = moved ?? fit;
  const press = useRef<{ at: Point; from: Viewport; isDrag: boolean } | null>(null);

  useLayoutEffect(() => {
    const box = canvas.current?.parentElement;
    if (!box) return;
    const observer = new ResizeObserver(() =>
      setSize({ width: box.clientWidth, height: box.clientHeight }),
    );
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || size.width === 0) return;
    element.width = size.width * devicePixelRatio;
    element.height = size.height * devicePixelRatio;
    drawMap(context, viewport, view, { colours: readColours(document.body), list, active });
  });

  const at = (event: MouseEvent): Point => ({ x: event.offsetX, y: event.offsetY });
  const zoom = (factor: number, point: Point = { x: size.width / 2, y: size.height / 2 }) =>
    setMoved(zoomAt(viewport, factor, point, fit));

  const onPointerMove = (event: PointerEvent) => {
    const point = at(event);
    const held = press.current;
    if (held === null) return onActivate(nearestPoint(viewport, places, point, REACH_PX));
    const dx = point.x - held.at.x;
    const dy = point.y - held.at.y;
    if (Math.hypot(dx, dy) > DRAG_PX) held.isDrag = true;
    if (held.isDrag) setMoved({ ...held.from, x: held.from.x + dx, y: held.from.y + dy });
  };
  const onPointerUp = (event: PointerEvent) => {
    const isClick = press.current?.isDrag === false;
    press.current = null;
    const index = nearestPoint(viewport, places, at(event), REACH_PX);
    if (isClick && index !== null) onOpen(index);
  };

  return (
    <div class="map-canvas">
      <canvas
        ref={canvas}
        onWheel={(event) => {
          event.preventDefault();
          zoom(Math.exp(-event.deltaY / 300), at(event));
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          press.current = { at: at(event), from: viewport, isDrag: false };
        }}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerLeave={() => press.current === null && onActivate(null)}
      />
      {labelsWithRoom(view.clusters, viewport).map((cluster) => (
        <Label
          key={cluster.name}
          at={toScreen(viewport, cluster)}
          text={cluster.name}
          name="map-cluster"
        />
      ))}
      {active !== null && title && (
        <Label at={toScreen(viewport, pointAt(places, active))} text={title} name="map-title" />
      )}
      <div class="map-zoom">
        <IconButton of={ZoomIn} label={t('zoomIn')} onClick={() => zoom(ZOOM_STEP)} />
        <IconButton of={ZoomOut} label={t('zoomOut')} onClick={() => zoom(1 / ZOOM_STEP)} />
        <IconButton of={Maximize} label={t('zoomFit')} onClick={() => setMoved(null)} />
      </div>
    </div>
  );
}

function Label({ at, text, name }: { at: Point; text: string; name: string }) {
  return (
    <span
      class={name}
      aria-hidden="true"
      dir="auto"
      style={{ left: `${at.x}px`, top: `${at.y}px` }}
    >
      {text}
    </span>
  );
}
