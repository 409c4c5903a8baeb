import type { PaperKey } from '../../lib/core/paper';
import type { RelatedDocument } from '../../lib/related/related-index';

/** Someone who does not exist, and what they saved: invented papers. */
export interface Reader {
  readonly name: string;
  readonly saved: readonly RelatedDocument[];
}

export const READERS: readonly Reader[] = [
  reader('A reader of video and 3D', [
    [
      'Drawing long videos one shot after another',
      'A diffusion transformer that generates minutes of video with consistent characters across shots.',
    ],
    [
      'Gaussians that hold still: stable splatting of moving scenes',
      'We reconstruct dynamic scenes by 3D Gaussian splatting and render novel views in real time.',
    ],
    [
      'Camera paths for text-to-video generation',
      'Controlling the camera of a video diffusion model by a path given as text.',
    ],
    [
      'Fewer steps for video diffusion',
      'Distillation of a video diffusion model into four denoising steps without loss of visual quality.',
    ],
    [
      'Meshes from one picture',
      'Image-to-3D generation of textured meshes with a latent diffusion model of shapes.',
    ],
    [
      'Editing pictures by asking',
      'Instruction-based image editing with a multimodal model and a diffusion decoder.',
    ],
  ]),
  reader('A reader of reasoning and reinforcement learning', [
    [
      'Rewards that can be checked',
      'Reinforcement learning with verifiable rewards improves mathematical reasoning of large language models.',
    ],
    [
      'When thinking longer does not help',
      'We measure chain-of-thought length against accuracy in large reasoning models and cut overthinking.',
    ],
    [
      'Policy optimisation in groups',
      'A variant of group relative policy optimization with stable entropy for language model reasoning.',
    ],
    [
      'Agents that search before they answer',
      'Training language model agents for multi-step web search with reinforcement learning.',
    ],
    [
      'Small models, long proofs',
      'Process reward models guide theorem proving and competition mathematics of small language models.',
    ],
    [
      'Self-play for code',
      'Language models write their own unit tests and learn to code by reinforcement learning.',
    ],
  ]),
];

function reader(name: string, saved: readonly (readonly [string, string])[]): Reader {
  return {
    name,
    saved: saved.map(([title, abstract], i) => ({
      id: `invented:${name}/${i}` as PaperKey,
      title,
      abstract,
      authors: [],
    })),
  };
}
