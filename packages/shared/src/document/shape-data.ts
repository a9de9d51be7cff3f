import type { Shape } from './shape.ts'

/** Generated from the schema by `tools/write-shape.mjs`. */
export const SHAPE_DATA: Shape = {
  elements: {
    paragraph: {
      children: ['hardBreak', 'image'],
      text: true,
      marks: ['link', 'bold', 'italic', 'strike', 'code', 'raw'],
      attributes: {
        id: ['string', 'null'],
        role: ['string', 'null'],
      },
    },
    doc: {
      children: [
        'paragraph',
        'heading',
        'blockquote',
        'bulletList',
        'orderedList',
        'codeBlock',
        'rawBlock',
        'horizontalRule',
        'table',
      ],
      text: false,
      marks: [],
      attributes: {},
    },
    heading: {
      children: ['hardBreak', 'image'],
      text: true,
      marks: ['link', 'bold', 'italic', 'strike', 'code', 'raw'],
      attributes: {
        level: ['number'],
        id: ['string', 'null'],
        role: ['string', 'null'],
      },
    },
    blockquote: {
      children: [
        'paragraph',
        'heading',
        'blockquote',
        'bulletList',
        'orderedList',
        'codeBlock',
        'rawBlock',
        'horizontalRule',
        'table',
      ],
      text: false,
      marks: [],
      attributes: {},
    },
    bulletList: {
      children: ['listItem'],
      text: false,
      marks: [],
      attributes: {
        spread: ['boolean'],
        id: ['string', 'null'],
        role: ['string', 'null'],
      },
    },
    orderedList: {
      children: ['listItem'],
      text: false,
      marks: [],
      attributes: {
        start: ['number'],
        spread: ['boolean'],
        id: ['string', 'null'],
        role: ['string', 'null'],
      },
    },
    listItem: {
      children: [
        'paragraph',
        'heading',
        'blockquote',
        'bulletList',
        'orderedList',
        'codeBlock',
        'rawBlock',
        'horizontalRule',
        'table',
      ],
      text: false,
      marks: [],
      attributes: {
        checked: ['boolean', 'null'],
      },
    },
    codeBlock: {
      children: [],
      text: true,
      marks: [],
      attributes: {
        language: ['string', 'null'],
        meta: ['string', 'null'],
      },
    },
    rawBlock: {
      children: [],
      text: true,
      marks: [],
      attributes: {
        kind: ['string'],
        id: ['string', 'null'],
        role: ['string', 'null'],
      },
    },
    horizontalRule: {
      children: [],
      text: false,
      marks: [],
      attributes: {},
    },
    table: {
      children: ['tableRow'],
      text: false,
      marks: [],
      attributes: {
        id: ['string', 'null'],
        role: ['string', 'null'],
      },
    },
    tableRow: {
      children: ['tableCell'],
      text: false,
      marks: [],
      attributes: {},
    },
    tableCell: {
      children: ['hardBreak', 'image'],
      text: true,
      marks: ['link', 'bold', 'italic', 'strike', 'code', 'raw'],
      attributes: {
        align: ['string', 'null'],
      },
    },
    hardBreak: {
      children: [],
      text: false,
      marks: [],
      attributes: {},
    },
    image: {
      children: [],
      text: false,
      marks: [],
      attributes: {
        src: ['address'],
        alt: ['string'],
        title: ['string', 'null'],
      },
    },
  },
  marks: {
    link: {
      href: ['address'],
      title: ['string', 'null'],
      reference: ['string', 'null'],
    },
    bold: {},
    italic: {},
    strike: {},
    code: {},
    raw: {},
  },
}
